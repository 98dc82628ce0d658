import { evaluate } from '../../tags/expression.ts';
import type { PictureSize } from '../../tags/picture-box.ts';
import type { Scope } from '../../tags/scope.ts';
import { addPicture, addRelationship, pictureRelationship } from '../additions.ts';
import { putBytes, putText } from '../byte-output.ts';
import type { FrameStep, PictureFrameOperation, PictureOperation, TagSource } from '../program.ts';
import { reportDoubts, reportMissing, reportProblem, type Rendering } from '../rendering.ts';
import { fitPicture } from './fit-picture.ts';
import { readPictureFacts, type PictureFacts } from './picture-facts.ts';
import { readPictures, type FoundPicture } from './picture-value.ts';
import { attributeText, inlinePicture, pictureFrame, textEnd, textStart } from './picture-xml.ts';

/** Printed where a picture should be: whoever looks through the pages must see that one is lacking. */
const lacking = '〔缺照片〕';

type Readable = { readonly picture: FoundPicture; readonly facts: PictureFacts };

/** What stands for the pictures of a tag, with any doubt of its filters reported. */
function pictureValue(step: PictureOperation | PictureFrameOperation, scope: Scope, rendering: Rendering): unknown {
  const value = evaluate(step.expression, scope, rendering.doubts);
  if (rendering.doubts.length > 0) reportDoubts(rendering, step.source);
  return value;
}

/** Writes the pictures of a tag into the run in which it stands. */
export function writePicture(step: PictureOperation, scope: Scope, rendering: Rendering): void {
  const found = picturesOf(pictureValue(step, scope, rendering), step.source, rendering);
  if (found === undefined) {
    putText(rendering.output, lacking);
    return;
  }
  for (const each of found) {
    if (each === undefined) {
      putText(rendering.output, lacking);
      continue;
    }
    const size = fitPicture(each.facts, step.box ?? each.picture.box, step.room);
    putBytes(rendering.output, textEnd);
    putText(rendering.output, inlinePicture(pictureFrame(size, each.facts.orientation), rendering.next.drawing++, relationshipTo(each, rendering), each.picture.description));
    putBytes(rendering.output, textStart);
  }
}

/** Writes the picture into the frame of the template's placeholder; the placeholder itself when there is none, nothing when none is meant. */
export function writePictureFrame(step: PictureFrameOperation, scope: Scope, rendering: Rendering): void {
  const found = picturesOf(pictureValue(step, scope, rendering), step.source, rendering) ?? [undefined];
  // One place on the page holds one picture; in the line of text there is room for all.
  for (const each of step.isInline ? found : found.slice(0, 1)) {
    if (each === undefined) writeSteps(step.placeholder, rendering, undefined);
    else writeSteps(step.steps, rendering, { each, size: fitPicture(each.facts, step.frame, step.frame) });
  }
}

function writeSteps(steps: readonly (Uint8Array | FrameStep)[], rendering: Rendering, drawn: { readonly each: Readable; readonly size: PictureSize } | undefined): void {
  const frame = drawn === undefined ? undefined : pictureFrame(drawn.size, drawn.each.facts.orientation);
  for (const step of steps) {
    if (typeof step !== 'string') putBytes(rendering.output, step);
    else if (step === 'id') putText(rendering.output, String(rendering.next.drawing++));
    else if (drawn === undefined || frame === undefined) continue;
    else if (step === 'description') putText(rendering.output, attributeText(drawn.each.picture.description));
    else if (step === 'relationship') putText(rendering.output, relationshipTo(drawn.each, rendering));
    else if (step === 'width') putText(rendering.output, String(frame.width));
    else if (step === 'height') putText(rendering.output, String(frame.height));
    else if (step === 'effect-extent') putText(rendering.output, `<wp:effectExtent ${frame.effectExtent}/>`);
    else putText(rendering.output, `<a:xfrm${frame.transform}>`);
  }
}

/** The pictures of a value, undefined for each that cannot be drawn; undefined altogether when the data has no such value. */
function picturesOf(value: unknown, source: TagSource, rendering: Rendering): readonly (Readable | undefined)[] | undefined {
  if (value === undefined) {
    reportMissing(rendering, source);
    return undefined;
  }
  const { pictures, fault } = readPictures(value);
  if (fault !== undefined) reportProblem(rendering, { ...source, message: `“${source.tag}”${fault}，纸上印了“${lacking}”。` });
  const readable = pictures.map((picture) => {
    const facts = readPictureFacts(picture.bytes);
    if (facts !== undefined) return { picture, facts };
    const which = picture.description === '' ? '' : `（${picture.description}）`;
    reportProblem(rendering, { ...source, message: `“${source.tag}”的照片${which}不是完好的 JPEG 或 PNG 文件，纸上印了“${lacking}”。` });
    return undefined;
  });
  return fault === undefined ? readable : [...readable, undefined];
}

function relationshipTo({ picture, facts }: Readable, rendering: Rendering): string {
  const name = addPicture(rendering.additions, picture.bytes, facts.format);
  return addRelationship(rendering.additions, rendering.part, pictureRelationship, `/${name}`);
}
