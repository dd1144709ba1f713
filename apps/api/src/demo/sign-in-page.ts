export type DemoPerson = {
  readonly subject: string;
  readonly name: string;
  readonly title: string;
  /** Heading the person is listed under. */
  readonly group: string;
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style = `
  :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem; }
  h1 { font-size: 1.6rem; margin-bottom: .25rem; }
  h2 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
  form { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem; }
  button { font: inherit; text-align: left; padding: .7rem .9rem; border: 1px solid #8a94a6; border-radius: .5rem;
    background: Canvas; color: CanvasText; cursor: pointer; min-height: 3rem; }
  button:hover, button:focus-visible { border-color: #1a5fb4; outline: 3px solid #1a5fb455; }
  small { display: block; opacity: .75; }
`;

const list = (people: readonly DemoPerson[]): string =>
  people
    .map(
      (person) =>
        `<button name="person" value="${escape(person.subject)}">${escape(person.name)}<small>${escape(person.title)}</small></button>`,
    )
    .join('\n');

/** The page where one chooses which invented person to sign in as. */
export const signInPage = (people: readonly DemoPerson[]): string => {
  const groups = [...Map.groupBy(people, (person) => person.group)];
  const sections = groups.map(
    ([group, members]) => `<h2>${escape(group)}</h2>\n<form method="post">${list(members)}</form>`,
  );
  return `<!doctype html>
<html lang="nb">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Logg inn i demoskolen</title><style>${style}</style></head>
<body>
<h1>Logg inn i demoskolen</h1>
<p>Alle på denne skolen er oppdiktet. Velg hvem du vil være.</p>
${sections.join('\n')}
</body>
</html>`;
};
