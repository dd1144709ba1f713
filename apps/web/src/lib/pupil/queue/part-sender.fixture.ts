import type { PutParts } from '@samhold/contract';
import { openDeviceStore, type DeviceStore, type StoredPart } from './device-store.ts';
import { createPartSender, type SendOutcome } from './part-sender.ts';

let stores = 0;
export const newStore = () => openDeviceStore(`sender ${String((stores += 1))}`);
export const part = (number: number, token = 'a'): StoredPart => ({
  token,
  responseId: `r-${token}`,
  number,
  sealed: `s${String(number)}`,
});

export type Sent = { readonly token: string; readonly responseId: string; readonly body: PutParts };

export const allStored = ({ body }: Sent): SendOutcome => ({
  kind: 'receipt',
  receipt: { parts: body.parts.map(({ number }) => ({ number, outcome: 'stored' })), submitted: false },
});

export function bench(
  store: DeviceStore | null,
  answer: (sent: Sent, at: number) => SendOutcome = allStored,
  random = 0.5,
) {
  const sent: Sent[] = [];
  const planned: { ms: number; run: () => void }[] = [];
  const settled: string[] = [];
  const offline: boolean[] = [];
  const told: string[] = [];
  const sender = createPartSender(store, {
    send: async (token, responseId, body) => {
      const one = { token, responseId, body };
      sent.push(one);
      return answer(one, sent.length - 1);
    },
    alone: (work) => work(),
    after: (ms, run) => {
      const entry = { ms, run };
      planned.push(entry);
      return () => planned.splice(planned.indexOf(entry), 1);
    },
    tellOthers: (parts) => told.push(...parts.map(({ number, outcome }) => `${String(number)} ${outcome}`)),
    random: () => random,
  });
  sender.listen((change) => {
    settled.push(...change.settled.map(({ number, outcome }) => `${String(number)} ${outcome}`));
    offline.push(change.offline);
  });
  return { sender, sent, planned, settled, offline, told };
}
export const put = async (store: DeviceStore, ...parts: readonly object[]) => {
  for (const one of parts) await store.put('parts', one as StoredPart);
};
export const numbersOf = ({ body }: Sent) => body.parts.map(({ number }) => number);
