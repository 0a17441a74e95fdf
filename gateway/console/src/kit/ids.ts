import { hexOf } from '../api/hash';

/**
 * A new id: a UUID of version 7 (RFC 9562), so that ids made one after the other lie side by side
 * in an index.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const now = Date.now();
  view.setUint32(0, Math.floor(now / 0x10000));
  view.setUint16(4, now % 0x10000);
  bytes[6] = (view.getUint8(6) & 0x0f) | 0x70;
  bytes[8] = (view.getUint8(8) & 0x3f) | 0x80;
  const hex = hexOf(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
