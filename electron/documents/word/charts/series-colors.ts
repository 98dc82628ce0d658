/** Colours for series beyond those of the template when it names its own: blues and greys that differ in print without colour, too. */
const palette: readonly string[] = ['4472C4', 'A5A5A5', '264478', 'BFBFBF', '5B9BD5', '636363', '9DC3E6', '255E91'];

const themeColor = /<a:schemeClr\s+val=["']accent[1-6]["']/g;
const ownColor = /<a:srgbClr\s+val=["']([0-9A-Fa-f]{6})["']/g;

/** The look with other colours than its neighbour's: the accent that Word would give to the series (or point) of that number. */
export function variedLook(look: string, number: number): string {
  const accent = `<a:schemeClr val="accent${(number % 6) + 1}"`;
  const own = `<a:srgbClr val="${palette[number % palette.length] ?? '4472C4'}"`;
  return look
    .replace(themeColor, accent)
    // White borders and black lines are no series colours.
    .replace(ownColor, (whole, color: string) => (/^(?:f{6}|0{6})$/i.test(color) ? whole : own));
}

/** What draws a series: its line, or its area. */
export type Drawn = 'line' | 'area';

const anyFill = /<a:(solidFill|gradFill|pattFill|blipFill)(?:\s[^>]*)?>[\s\S]*?<\/a:\1>/;

/** The look with the colour that the data asks for. */
export function coloredLook(look: string, color: string, drawn: Drawn): string {
  const fill = `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
  const properties = /<c:spPr(?:\s[^>]*)?>([\s\S]*?)<\/c:spPr>/.exec(look);
  const plain = drawn === 'line' ? `<a:ln w="28575" cap="rnd">${fill}<a:round/></a:ln>` : fill;
  const markers = (text: string): string => text.replace(/<c:marker>[\s\S]*?<\/c:marker>/, (marker) => marker.replace(new RegExp(anyFill, 'g'), fill));
  // A marker has properties of its own; those of the series stand before it.
  const isOfMarker = properties !== null && look.slice(0, properties.index).includes('<c:marker>');
  if (properties?.[1] === undefined || isOfMarker) return `<c:spPr>${plain}</c:spPr>${markers(look.replace(/<c:spPr\s*\/>/, ''))}`;
  const inside = properties[1];
  const changed = drawn === 'line' ? coloredLine(inside, fill, plain) : coloredArea(inside, fill);
  return markers(`${look.slice(0, properties.index)}<c:spPr>${changed}</c:spPr>${look.slice(properties.index + properties[0].length)}`);
}

function coloredLine(inside: string, fill: string, plain: string): string {
  const line = /<a:ln(?:\s[^>]*)?>[\s\S]*?<\/a:ln>/.exec(inside)?.[0];
  if (line !== undefined) return inside.replace(line, () => (anyFill.test(line) ? line.replace(anyFill, fill) : line.replace(/<a:noFill\s*\/>/, '').replace(/^<a:ln(?:\s[^>]*)?>/, (open) => open + fill)));
  const without = inside.replace(/<a:ln(?:\s[^>]*)?\/>/, '');
  const at = without.search(/<a:(?:effect|scene3d|sp3d|extLst)/);
  return at < 0 ? without + plain : without.slice(0, at) + plain + without.slice(at);
}

function coloredArea(inside: string, fill: string): string {
  const found = inside.search(/<a:(?:ln|effect|scene3d|sp3d|extLst)/);
  const at = found < 0 ? inside.length : found;
  const before = inside.slice(0, at);
  return (anyFill.test(before) ? before.replace(anyFill, fill) : before.replace(/<a:noFill\s*\/>/, '') + fill) + inside.slice(at);
}
