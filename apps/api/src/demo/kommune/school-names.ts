const first = [
  'Bjørke',
  'Elve',
  'Fjell',
  'Furu',
  'Gran',
  'Hassel',
  'Lønne',
  'Myr',
  'Nord',
  'Ravn',
  'Rogne',
  'Sol',
  'Stein',
  'Sør',
  'Øst',
];
const last = ['bakken', 'dal', 'haug', 'heim', 'lia', 'mo', 'nes', 'vik', 'voll', 'åsen'];

/** The name of an invented school by its number, from 1; a hundred and fifty differ, and then they come again with a number. */
export const schoolNameOf = (number: number): string => {
  const at = number - 1;
  const [begin, end] = [
    first[at % first.length] ?? '',
    last[Math.floor(at / first.length) % last.length] ?? '',
  ];
  const again = Math.floor(at / (first.length * last.length));
  return `${begin}${end} skole${again === 0 ? '' : ` ${again + 1}`}`;
};
