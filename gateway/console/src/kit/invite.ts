import { sha256 } from '../api/hash';

// No letters or digits that are taken for one another when read from paper.
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 20;
const GROUP = 5;

/** A new code of an invite: twenty random signs, 100 bits. */
export function newCode(): string {
  // 32 signs: five bits of each random byte choose one, none more often than another.
  return [...crypto.getRandomValues(new Uint8Array(LENGTH))].map((byte) => SIGNS[byte & 31]).join('');
}

/** A code as it is printed: in groups, which are easier to read and to type. */
export const grouped = (code: string): string =>
  code.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? code;

/** The SHA-256 of a code in hexadecimal: all that anybody else is told of it. */
export const digestOf = (code: string): Promise<string> => sha256(new TextEncoder().encode(code));
