import fc from 'fast-check';
import { inflateMember, readZip } from '../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../electron/files/zip-writer.ts';

/** A damaged copy of a file, and how it was damaged. */
export type Mutation = { readonly what: string; readonly apply: (file: Uint8Array) => Uint8Array };

/** A place as a share of the whole, so that the same damage can be done to any file. */
const place = fc.integer({ min: 0, max: 999_999 }).map((share) => share / 1_000_000);
const within = (share: number, count: number): number => Math.min(count - 1, Math.floor(share * count));

const byteMutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.nat(255)).map(([at, byte]): Mutation => ({ what: `byte ${at}=${byte}`, apply: (file) => Uint8Array.from(file, (old, index) => (index === within(at, file.length) ? byte : old)) })),
  place.map((at): Mutation => ({ what: `cut at ${at}`, apply: (file) => file.slice(0, within(at, file.length)) })),
  fc.tuple(place, place, fc.nat(200)).map(([from, to, length]): Mutation => ({
    what: `copy ${length} from ${from} to ${to}`,
    apply: (file) => {
      const copy = Uint8Array.from(file);
      copy.set(file.slice(within(from, file.length), within(from, file.length) + length).slice(0, file.length - within(to, file.length)), within(to, file.length));
      return copy;
    },
  })),
);

type Member = { readonly name: string; readonly bytes: Uint8Array };

/** Members as they are, for whoever writes another archive of them. */
function membersOf(file: Uint8Array): readonly Member[] {
  return [...readZip(file).values()].map((member) => ({ name: member.name, bytes: inflateMember(member) }));
}

const memberMutation: fc.Arbitrary<Mutation> = fc.oneof(
  place.map((at): Mutation => ({ what: `without member ${at}`, apply: (file) => writeZip(membersOf(file).filter((_, index, all) => index !== within(at, all.length))) })),
  place.map((at): Mutation => ({ what: `member ${at} empty`, apply: (file) => writeZip(membersOf(file).map((member, index, all) => (index === within(at, all.length) ? { name: member.name, bytes: new Uint8Array() } : member))) })),
  fc.tuple(place, place).map(([left, right]): Mutation => ({
    what: `members ${left} and ${right} change places`,
    apply: (file) => {
      const members = membersOf(file);
      const [one, other] = [members[within(left, members.length)], members[within(right, members.length)]];
      return writeZip(members.map((member) => (member === one && other !== undefined ? { name: member.name, bytes: other.bytes } : member === other && one !== undefined ? { name: member.name, bytes: one.bytes } : member)));
    },
  })),
  fc.tuple(place, fc.constantFrom('../evil.xml', 'word//document.xml', 'WORD/DOCUMENT.XML', '[content_types].xml', 'word/media/a.png')).map(([at, name]): Mutation => ({
    what: `member ${at} again as ${name}`,
    apply: (file) => {
      const members = membersOf(file);
      return writeZip([...members, { name, bytes: members[within(at, members.length)]?.bytes ?? new Uint8Array() }]);
    },
  })),
  place.map((at): Mutation => ({
    what: `member ${at} twice`,
    apply: (file) => {
      const members = membersOf(file);
      const name = members[within(at, members.length)]?.name ?? '';
      // A name of the same length first, then overwritten: no writer of ours writes a name twice.
      const stand = 'z'.repeat(Buffer.byteLength(name));
      return Buffer.from(Buffer.from(writeZip([...members, { name: stand, bytes: Buffer.from('<a/>') }])).toString('latin1').replaceAll(stand, Buffer.from(name, 'utf8').toString('latin1')), 'latin1');
    },
  })),
);

const tagAlternatives = fc.constantFrom('', '<w:p/>', '<w:p>', '</w:p>', '<w:tbl/>', '<w:tc/>', '<w:sectPr/>', '<w:vMerge/>', '<w:gridSpan w:val="9"/>', '<w:t>{a}</w:t>', '<w:r><w:t>{#检查项}</w:t></w:r>', '<w:r><w:t>}</w:t></w:r>', '<!-- x -->', '<![CDATA[{a}]]>', '<?x y?>', '&amp;', '&', '<a b="1" b="2"/>', '<w:bookmarkStart w:id="0" w:name="a"/>', '<w:numPr><w:numId w:val="99"/></w:numPr>', '<w:fldChar w:fldCharType="begin"/>', '<w:footnoteReference w:id="77"/>', '<w:drawing/>', '<wp:docPr id="1" name="x" descr="{%a}"/>', '<w:sdt><w:sdtPr><w:alias w:val="{a}"/></w:sdtPr><w:sdtContent/></w:sdt>');
const attributeAlternatives = fc.constantFrom('', '0', '-1', '1', '4294967296', '99999999999999999999', 'NaN', 'rId1', 'rId999', '{a}', '{#a}', '../../x', '/word/document.xml', 'http://example.invalid/x', '&#xFFFF;', '&lt;', '甲');

/** Damage to the text of one part: a tag or attribute value goes, comes twice or becomes another. */
const xmlMutation: fc.Arbitrary<Mutation> = fc.tuple(place, place, fc.constantFrom('delete', 'double', 'replace', 'insert', 'attribute', 'attribute gone', 'swap'), tagAlternatives, attributeAlternatives, place, fc.boolean()).map(([part, at, way, tag, value, other, mainly]): Mutation => ({
  what: `${way} at ${at} of part ${part}${mainly ? ' (main)' : ''}: ${way.startsWith('attribute') ? value : tag}`,
  apply: (file) => {
    const members = membersOf(file);
    const texts = members.filter(({ name }) => /\.(?:xml|rels)$/.test(name));
    const chosen = (mainly ? texts.find(({ name }) => name === 'word/document.xml') : undefined) ?? texts[within(part, texts.length)];
    if (chosen === undefined) return file;
    const text = Buffer.from(chosen.bytes).toString('utf8');
    return writeZip(members.map((member) => (member === chosen ? { name: member.name, bytes: Buffer.from(changed(text, { at, way, tag, value, other }), 'utf8') } : member)));
  },
}));

function changed(text: string, { at, way, tag, value, other }: { readonly at: number; readonly way: string; readonly tag: string; readonly value: string; readonly other: number }): string {
  const pattern = way.startsWith('attribute') ? / [\w:]+="[^"<]*"/g : /<[^>]+>/g;
  const found = [...text.matchAll(pattern)];
  const hit = found[within(at, found.length)];
  if (hit === undefined) return text;
  const [from, to, whole] = [hit.index, hit.index + hit[0].length, hit[0]];
  const swapped = found[within(other, found.length)];
  switch (way) {
    case 'delete':
    case 'attribute gone':
      return text.slice(0, from) + text.slice(to);
    case 'double':
      return text.slice(0, to) + whole + text.slice(to);
    case 'replace':
      return text.slice(0, from) + tag + text.slice(to);
    case 'insert':
      return text.slice(0, to) + tag + text.slice(to);
    case 'attribute':
      return text.slice(0, from) + whole.replace(/"[^"]*"/, () => `"${value}"`) + text.slice(to);
    default:
      return swapped === undefined ? text : text.slice(0, from) + swapped[0] + text.slice(to);
  }
}

/** One to three damages, at the level of bytes, of members or of XML. */
export const mutation: fc.Arbitrary<Mutation> = fc.array(fc.oneof({ weight: 1, arbitrary: byteMutation }, { weight: 1, arbitrary: memberMutation }, { weight: 5, arbitrary: xmlMutation }), { minLength: 1, maxLength: 3 }).map((steps) => ({
  what: steps.map((step) => step.what).join('; '),
  // What a first damage has made unreadable cannot be taken apart for a second.
  apply: (file) => steps.reduce((current, step) => appliedIfReadable(step, current), file),
}));

function appliedIfReadable(step: Mutation, file: Uint8Array): Uint8Array {
  try {
    return step.apply(file);
  } catch {
    return file;
  }
}
