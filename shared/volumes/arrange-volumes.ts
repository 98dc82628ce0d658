import type { Arrangement } from './arrangement.ts';
import { gatherByRule } from './gather-items.ts';
import { gatherByHand } from './manual-volumes.ts';
import { amountOf, bodySheets, capacityOf, paperSheets, placeItems, spineFor } from './measure-volume.ts';
import { spanOfItems, volumeTitles } from './volume-titles.ts';
import type { BoundItem, Volume } from './volume.ts';

/** The documents that are bound at all. */
export function boundOnly(items: readonly BoundItem[], { leftOut }: Pick<Arrangement, 'leftOut'>): BoundItem[] {
  return items.filter((item) => !leftOut.includes(item.deliverable));
}

/**
 * The volumes of a contract's paper: every document exactly once and whole, page numbers running through each volume. By the rule no volume is
 * above the limit unless a single document is; what a person put together stays together and says so.
 * @param items in the order of the delivery plan
 * @param prefix what all titles begin with
 */
export function arrangeVolumes(items: readonly BoundItem[], arrangement: Arrangement, prefix: string = ''): Volume[] {
  const own = boundOnly(items, arrangement);
  const gathered = arrangement.manual === undefined ? gatherByRule(own, arrangement) : gatherByHand(own, arrangement.manual, arrangement);
  const titles = volumeTitles(gathered.map((gathering) => gathering.items), prefix);
  return gathered.map((gathering, index) => {
    const { placed, extent } = placeItems(gathering.items, arrangement);
    const sheets = bodySheets(extent, arrangement);
    const around = paperSheets(extent, arrangement);
    // Tenths of a millimetre are all that anybody can measure.
    const thickness = Math.round((sheets + around) * arrangement.paper * 10) / 10;
    const ruleTitle = titles[index] ?? '';
    return {
      number: index + 1,
      key: gathering.key,
      title: arrangement.titles[gathering.key] ?? ruleTitle,
      ruleTitle,
      code: arrangement.codePrefix === '' ? '' : `${arrangement.codePrefix}-${String(index + 1).padStart(4, '0')}`,
      ...spanOfItems(gathering.items),
      items: placed,
      pages: extent.pages,
      pagesAreCounted: placed.every((item) => item.pagesAreCounted),
      sheets,
      paperSheets: around,
      thickness,
      spine: spineFor(thickness),
      isOverLimit: amountOf(extent, arrangement) > capacityOf(arrangement),
    };
  });
}
