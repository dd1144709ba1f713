import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { AnswerPart } from './pupil.ts';

/** Sealed lengths are whole multiples of this, so that they say little of what was answered. */
const BLOCK = 512;

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const text = new TextEncoder();
/** What the seal is for, as both sides know it. */
export const sealedInfo = text.encode('samhold answers 1');

/** Where a sealed part belongs; moved elsewhere it does not open. */
export type PartPlace = { readonly responseId: string; readonly number: number };

/** The pair of keys of a school, from 32 secret bytes: RFC 9180, DeriveKeyPair of DHKEM(P-256, HKDF-SHA256). */
export const answerKeys = async (seed: Uint8Array) => {
  const pair = await suite.kem.deriveKeyPair(new Uint8Array(seed).buffer);
  return {
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
    publicKey: base64url(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))),
  };
};

export const writtenPlace = ({ responseId, number }: PartPlace) =>
  text.encode(`${responseId} ${String(number)}`);

/**
 * Seals one part of a response to a school's public key (base64url of the uncompressed point): HPKE in base mode, RFC 9180,
 * with P-256, HKDF-SHA256 and AES-256-GCM. Only the server can open it, not the device that sealed it.
 */
export const sealPart = async (publicKey: string, place: PartPlace, part: AnswerPart): Promise<string> => {
  const recipientPublicKey = await suite.kem.deserializePublicKey(bytesOf(publicKey).buffer);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: sealedInfo.buffer });
  const written = text.encode(JSON.stringify(part));
  const padded = new Uint8Array(Math.ceil(written.length / BLOCK) * BLOCK).fill(0x20);
  padded.set(written);
  const sealed = new Uint8Array(await sender.seal(padded.buffer, writtenPlace(place).buffer));
  const enc = new Uint8Array(sender.enc);
  const whole = new Uint8Array(enc.length + sealed.length);
  whole.set(enc);
  whole.set(sealed, enc.length);
  return base64url(whole);
};

function base64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(encoded: string): Uint8Array<ArrayBuffer> {
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
