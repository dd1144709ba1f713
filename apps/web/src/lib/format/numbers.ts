/** Decimal comma, at most the given number of decimals, no trailing zeros: 1,5. */
export const decimal = (value: number, decimals = 1): string =>
  String(Number(value.toFixed(decimals)))
    .replace('.', ',')
    .replace('-', '−');

/** Always with one, so that they can be read down a column: 4,0. */
export const oneDecimal = (value: number): string => value.toFixed(1).replace('.', ',').replace('-', '−');

/** A share 0–1 as whole per cent: «87 %», with a space that does not break. */
export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

const grouped = new Intl.NumberFormat('nb-NO', { useGrouping: 'min2' });

/** «1 elev», «2 elever», «60 144 elever»: grouped from five digits on, as Språkrådet writes them. */
export const counted = (count: number, one: string, many: string): string =>
  `${grouped.format(count)}\u00a0${count === 1 ? one : many}`;

/** «Ada», «Ada og Bo», «Ada, Bo og Cecilie». */
export const listed = (names: readonly string[]): string => {
  const last = names.at(-1);
  if (last === undefined) return '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} og ${last}`;
};

/** A class code as it is read aloud and written on the board: two groups of four. */
export const spacedCode = (code: string): string => code.replace(/[\s-]/g, '').replace(/^(.{4})(?=.)/, '$1 ');
