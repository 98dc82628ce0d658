import { BuilderElement, CheckBox, TextRun } from 'docx';
import { fontOf, tickFace } from './fonts.ts';
import { halfPoints } from './measures.ts';

/**
 * A checkbox to tick on screen, ticked by the record whose value the tag in its title names. A run of our own stands in place of the
 * library's, so that the box has the size of the text beside it (in points).
 */
export class TickBox extends CheckBox {
  constructor(tag: string, size: number) {
    super({ alias: `{${tag}}`, checkedState: { value: '2611', font: tickFace }, uncheckedState: { value: '2610', font: tickFace } });
    this.root.pop();
    this.root.push(new BuilderElement({ name: 'w:sdtContent', children: [new TextRun({ text: '☐', font: fontOf('tick'), size: halfPoints(size) })] }));
  }
}
