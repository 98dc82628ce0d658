import { passphraseFieldWords } from '../../../words/carried.ts';

/** What a passphrase slip says; nothing of it is kept anywhere. */
export type Slip = { readonly project: string; readonly content: string; readonly medium: string; readonly recipient: string; readonly passphrase: string };

const rules = `
  @media screen { .print-slip { display: none; } }
  @media print {
    @page { size: A5 landscape; margin: 14mm; }
    html, body { height: auto; overflow: visible; background: none; }
    body > *:not(.print-slip) { display: none !important; }
    .print-slip { color: #000; font-size: 12pt; line-height: 1.7; }
    .print-slip h1 { margin: 0 0 4mm; font-size: 16pt; text-align: center; }
    .print-slip .slip-passphrase { margin: 6mm 0; padding: 4mm; border: 1px solid #000; font: 700 20pt/1.3 Consolas, 'DejaVu Sans Mono', monospace; text-align: center; overflow-wrap: anywhere; }
  }`;

function line(name: string, text: string): HTMLElement {
  const element = document.createElement('p');
  const label = document.createElement('strong');
  label.textContent = `${name}：`;
  element.append(label, text);
  return element;
}

/** Puts a slip where only a printer sees it, and prints. After printing it goes away by itself; what comes back takes it away at once. */
export function printSlip(slip: Slip): () => void {
  const place = document.createElement('div');
  place.className = 'print-slip';
  place.setAttribute('aria-hidden', 'true');
  const heading = document.createElement('h1');
  heading.textContent = passphraseFieldWords.slip;
  const passphrase = document.createElement('div');
  passphrase.className = 'slip-passphrase';
  passphrase.textContent = slip.passphrase;
  const note = document.createElement('p');
  note.textContent = passphraseFieldWords.slipNote;
  place.append(heading, line(passphraseFieldWords.slipOf, `${slip.project}　${slip.content}`), line(passphraseFieldWords.slipPlace, slip.medium), line(passphraseFieldWords.slipTo, slip.recipient), passphrase, note);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const clear = (): void => {
    window.removeEventListener('afterprint', clear);
    place.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((known) => known !== sheet);
  };
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(place);
  // Where the call returns before the pages are drawn, they are still needed.
  window.addEventListener('afterprint', clear);
  window.print();
  return clear;
}
