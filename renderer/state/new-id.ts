/**
 * A UUID of version 7: the moment in milliseconds, then chance. A record that is being written has its id from the beginning, so that a
 * save whose answer got lost can be tried again without making a second record.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const moment = Date.now().toString(16).padStart(12, '0');
  const chance = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (8 + (Number.parseInt(chance.slice(3, 4), 16) % 4)).toString(16);
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(4, 7)}-${chance.slice(7, 19)}`;
}
