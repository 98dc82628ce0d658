import { type ImageAccess, type ListedFile, listImage, type TreeListing } from '../iso/read-image.ts';
import { layoutMark } from '../iso/volume-descriptors.ts';
import { type BagCheck, type CheckOptions, checkBag } from './check-bag.ts';
import { checkImageStructure } from './check-image-structure.ts';
import { openImageSource } from './image-source.ts';
import { type PackageProblem, packageProblem } from './verify-report.ts';

const treeNames = { primary: '主目录树（Rock Ridge）', joliet: 'Joliet 目录树' };

function samePlace(a: ListedFile, b: ListedFile): boolean {
  return a.bytes === b.bytes && a.sections.length === b.sections.length && a.sections.every((section, index) => section.sector === b.sections[index]?.sector && section.bytes === b.sections[index].bytes);
}

/** Windows reads one tree, Linux the other: both must name the same files at the same places, so that checking the contents once is enough. */
function compareTrees(checked: TreeListing, other: TreeListing): PackageProblem[] {
  const problems: PackageProblem[] = [];
  for (const [path, file] of checked.files) {
    const twin = other.files.get(path);
    if (twin === undefined) problems.push(packageProblem('image', path, `${treeNames[other.kind]}里没有这个文件`));
    else if (!samePlace(file, twin)) problems.push(packageProblem('image', path, '两个目录树指向的内容不同'));
  }
  for (const path of other.files.keys()) {
    if (!checked.files.has(path)) problems.push(packageProblem('image', path, `只在${treeNames[other.kind]}里，是多出的文件`));
  }
  const onlyOne = [...checked.folders, ...other.folders].filter((path) => checked.folders.has(path) !== other.folders.has(path));
  for (const path of onlyOne) problems.push(packageProblem('image', path, '两个目录树里的文件夹不同'));
  return problems;
}

/**
 * Finds every difference in a package inside an ISO image: contents against the manifests, the two directory trees against each other,
 * and, in an image that this program wrote, every other byte too.
 */
export async function checkImage(image: ImageAccess, options: CheckOptions & { readonly signal?: AbortSignal }): Promise<BagCheck> {
  const listing = await listImage(image, options.signal);
  // Joliet first: it is what Windows, and so the receiver, will see.
  const [checked, other] = listing.trees.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)).toSorted((a, b) => a.problems.length - b.problems.length);
  if (checked === undefined) {
    const problems = [packageProblem('image', '卷描述符', '不是 ISO 9660 光盘镜像，或镜像开头已损坏')];
    return { files: 0, bytes: 0, digest: '', problems };
  }
  const damaged = listing.trees.flatMap(({ kind, problems }) => problems.map(({ place, message }) => packageProblem('image', place, `${treeNames[kind]}：${message}`)));
  const bag = await checkBag(openImageSource(image, checked, options.signal), options);
  const trees = other === undefined ? [] : compareTrees(checked, other);
  const isOurs = listing.descriptors.some((descriptor) => descriptor.layoutMark === layoutMark);
  const structure = isOurs ? await checkImageStructure(image, listing) : [];
  return { ...bag, problems: [...bag.problems, ...damaged, ...trees, ...structure] };
}
