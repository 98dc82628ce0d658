import { attribute, elementsOf, elementText } from './elements.ts';
import { parseFormula, type Formula } from './formula.ts';
import { listRule, movingText, type MovingText } from './moving-text.ts';
import { decodeXml, encodeXml } from './plain-text.ts';
import { moveFormula } from './references.ts';

/** The names that a workbook defines: print areas, repeated headings, filters, people's own. */
export type DefinedName = { readonly name: string; readonly formula: Formula };

export function readNames(workbook: string): readonly DefinedName[] {
  return elementsOf(workbook, 'definedName').map(({ attributes, content }) => ({ name: decodeXml(attribute(attributes, 'name') ?? ''), formula: parseFormula(decodeXml(content ?? '')) }));
}

/** The workbook part, whose names follow the rows. A print area or filter of which nothing is left is gone. */
export function compileNames(workbook: string): MovingText {
  return movingText(workbook, {
    definedNames: listRule({
      definedName: (element) => {
        const formula = parseFormula(decodeXml(element.content ?? ''));
        const isBuiltIn = attribute(element.attributes, 'name')?.startsWith('_xlnm.') === true;
        return (moves) => {
          const moved = moveFormula(formula, moves);
          return isBuiltIn && moved.includes('#REF!') ? '' : elementText({ ...element, content: encodeXml(moved) });
        };
      },
    }),
  });
}

/** Excel computes every formula anew when it opens the file: the stored results belonged to the template. */
export function recalculated(workbook: string): string {
  if (/<calcPr\b[^<>]*\bfullCalcOnLoad=/.test(workbook)) return workbook.replace(/(<calcPr\b[^<>]*\bfullCalcOnLoad=")(?:0|false)"/, '$11"');
  if (/<calcPr\b/.test(workbook)) return workbook.replace(/<calcPr\b/, '<calcPr fullCalcOnLoad="1"');
  // Behind whichever of these comes last in the order of the schema.
  const before = ['</definedNames>', '</externalReferences>', '</functionGroups>', '</sheets>'].find((end) => workbook.includes(end));
  return before === undefined ? workbook : workbook.replace(before, () => `${before}<calcPr calcId="0" fullCalcOnLoad="1"/>`);
}
