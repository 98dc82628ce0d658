import { AlignmentType, Footer, HorizontalPositionRelativeFrom, ImageRun, PageNumber, Paragraph, Tab, TextRun, TextWrappingType, VerticalPositionRelativeFrom } from 'docx';
import { fontOf } from './fonts.ts';
import { halfPoints, twips } from './measures.ts';
import { contentWidth, type PageLayout } from './page.ts';

/** Side of the code in millimetres: modules of 0.38 mm, which survive a photocopy and a scan of 200 dots to the inch. */
const side = 11;
/** Printers and scanners do not reach the last four millimetres of the paper. */
const edge = 4.7;
const emuPerMillimetre = 36_000;
/** docx measures pictures in pixels of 1/96 inch. */
const sidePixels = (side / 25.4) * 96;

/** What people see in the template itself: the code of the word 二维码. */
const placeholder = 'iVBORw0KGgoAAAANSUhEUgAAAGQAAABkAQAAAABYmaj5AAAAmklEQVR4nL3UwQ3DMAwDQG7A/bfUBgwoB1D6KCAGaJ2Hc3nYsiQHeg78QQAI0VMkSoR6ygSSZ8rlD29ULySxPs6wk9PjzSdnO3l4manRTg64g+9V9vIKQNV92rXuqDndsxNPvARCQS6Jn0idJVWl6qhRzlSk7gKi/BLpdDmoXO66rk4o+rxzG3fyLaamRks5S+XNi5F+8a/7rguOQ8c3tmcnzwAAAABJRU5ErkJggg==';

/** The document's code in the lower right corner of the page, inside the margin: no form loses room by it. */
export function codePicture(page: PageLayout): ImageRun {
  const [width, height] = page.landscape ? [297, 210] : [210, 297];
  return new ImageRun({
    type: 'png',
    data: Buffer.from(placeholder, 'base64'),
    transformation: { width: sidePixels, height: sidePixels },
    altText: { name: '二维码', description: '{%文件码|二维码}' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: (width - page.right - side) * emuPerMillimetre },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: (height - edge - side) * emuPerMillimetre },
      wrap: { type: TextWrappingType.NONE },
      allowOverlap: true,
    },
  });
}

function small(text: string): TextRun {
  return new TextRun({ text, font: fontOf('song'), size: halfPoints(7.5) });
}

/**
 * 第 x 页 共 y 页 in the middle, the code as text and picture at the right; at the left the version from the second on.
 * @param longestReason characters of the reason for the version that have room at the left; 0: none
 */
export function codedFooter(page: PageLayout, longestReason = 0): Footer {
  const width = contentWidth(page);
  const tabs = [{ type: 'center', position: twips(width / 2) }, { type: 'right', position: twips(width - side - 1.5) }] as const;
  const numbers = ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'];
  const reason = longestReason === 0 ? [] : [small(`{#修改说明}　修改说明：{修改说明|截取:${longestReason},"…"}{/修改说明}`)];
  return new Footer({
    children: [new Paragraph({
      alignment: AlignmentType.LEFT,
      tabStops: [...tabs],
      children: [
        small('{#版次 > 1}第 {版次} 版{/}'), ...reason,
        new TextRun({ children: [new Tab(), ...numbers], font: fontOf('song'), size: halfPoints(9) }),
        new TextRun({ children: [new Tab()] }), small('{文件码}'), codePicture(page),
      ],
    })],
  });
}
