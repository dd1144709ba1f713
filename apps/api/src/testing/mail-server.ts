import { createServer, type AddressInfo } from 'node:net';

export type ReceivedMail = { readonly from: string; readonly to: readonly string[]; readonly data: string };

export type MailServer = {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** Refuses recipients from now on, repeating the address as mail servers do. */
  readonly refuse: (refusing: boolean) => void;
  readonly close: () => Promise<void>;
};

/** A mail server on loopback that speaks as much of RFC 5321 as a client without encryption needs. */
export const openMailServer = async (): Promise<MailServer> => {
  const received: ReceivedMail[] = [];
  let refusing = false;
  const server = createServer((socket) => {
    let [from, to, data]: [string, string[], string | undefined] = ['', [], undefined];
    let rest = '';
    const say = (line: string): void => {
      socket.write(`${line}\r\n`);
    };
    const hear = (line: string): void => {
      if (data !== undefined) {
        if (line !== '.') {
          data += `${line.replace(/^\./, '')}\n`;
          return;
        }
        received.push({ from, to, data });
        [from, to, data] = ['', [], undefined];
        say('250 kept');
        return;
      }
      const address = /<(.*)>/.exec(line)?.[1] ?? '';
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'MAIL') from = address;
      if (verb === 'RCPT' && refusing) {
        say(`550 5.1.1 <${address}> is unknown here`);
        return;
      }
      if (verb === 'RCPT') to.push(address);
      if (verb === 'DATA') {
        data = '';
        say('354 go on');
        return;
      }
      say(verb === 'QUIT' ? '221 bye' : '250 ok');
      if (verb === 'QUIT') socket.end();
    };
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
    // The client may go without a word.
    socket.on('error', () => undefined);
    say('220 mail.test');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server always has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (wish) => {
      refusing = wish;
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
