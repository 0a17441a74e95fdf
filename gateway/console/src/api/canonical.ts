/** What the canonical bytes of an entry say of it; they are described at `Chain` of the log. */
export interface Said {
  position: number;
  /** Milliseconds since 1970. */
  recordedAt: number;
  /** Microseconds since 1970. */
  effectiveAt: bigint;
  id: string;
  type: string;
}

const TEXT = new TextDecoder();
const FIELDS = 5;
/** Bytes of a length, and of a number. */
const LENGTH = 4;
const NUMBER = 8;

/** Reads the first fields, each of which is its length in four bytes and so many bytes; null if they break off. */
export function saidIn(bytes: Uint8Array): Said | null {
  const fields: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; fields.length < FIELDS;) {
    const begin = at + LENGTH;
    if (begin > bytes.length) return null;
    at = begin + view.getUint32(at);
    if (at > bytes.length) return null;
    fields.push(bytes.subarray(begin, at));
  }
  const [position, recordedAt, effectiveAt, id, type] = fields as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  if ([position, recordedAt, effectiveAt].some((one) => one.length !== NUMBER)) return null;
  return {
    position: Number(number(position)), recordedAt: Number(number(recordedAt)), effectiveAt: number(effectiveAt),
    id: TEXT.decode(id), type: TEXT.decode(type),
  };
}

const number = (bytes: Uint8Array): bigint => new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(0);
