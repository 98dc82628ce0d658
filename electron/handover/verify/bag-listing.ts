import { nameKey } from '../file-names.ts';
import { type Manifest, manifestName, payloadFolder, tagManifestName } from '../package/manifest.ts';
import type { PackageSource } from './package-source.ts';
import { type PackageProblem, packageProblem } from './verify-report.ts';

/** A file that is both listed and there, with the digest it should have. */
export type ExpectedFile = { readonly path: string; readonly sha256: string };

export type ListingCheck = { readonly present: readonly ExpectedFile[]; readonly problems: readonly PackageProblem[] };

/** Files that an operating system drops into a folder by itself; they are reported too, but the person should know whose they are. */
const systemFiles = /(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini|System Volume Information|\$RECYCLE\.BIN|lost\+found|\.Spotlight-V100|\.fseventsd|\.Trashes)(\/|$)/i;

/** Whether an operating system put the file there by itself: nobody's work is lost with it. */
export function isSystemFile(path: string): boolean {
  return systemFiles.test(path);
}

function extraMessage(path: string): string {
  return isSystemFile(path) ? '清单里没有，是操作系统自动生成的文件，删除后再校验' : '清单里没有，是多出的文件';
}

/** Lines that are not legal, that stand in the wrong list, or that name a file twice. */
function linesOf(manifest: Manifest, name: string, expected: Map<string, string>): PackageProblem[] {
  const problems = manifest.badLines.map((line) => packageProblem('manifest', name, `第 ${line.number} 行不是合法的清单行：${line.text.slice(0, 120)}`));
  const isPayloadList = name === manifestName;
  for (const { path, sha256 } of manifest.lines) {
    if (path.startsWith(`${payloadFolder}/`) !== isPayloadList || path === tagManifestName) {
      problems.push(packageProblem('manifest', name, `不该列在这个清单里：${path}`));
    } else if (expected.has(path)) {
      problems.push(packageProblem('manifest', name, `列了两次：${path}`));
    } else {
      expected.set(path, sha256);
    }
  }
  return problems;
}

/** Pairs up what is missing with what is extra where only letter case or Unicode spelling differ, so that the person sees one problem. */
function differences(missing: readonly string[], extra: readonly string[]): PackageProblem[] {
  const byKey = new Map(extra.map((path) => [nameKey(path), path]));
  const paired = new Set<string>();
  const problems = missing.map((path) => {
    const found = byKey.get(nameKey(path));
    if (found === undefined) return packageProblem('missing', path, '清单里有，但找不到这个文件');
    paired.add(found);
    return packageProblem('renamed', path, `文件名的写法变了（大小写或 Unicode 形式），现在是：${found}`);
  });
  return [...problems, ...extra.filter((path) => !paired.has(path)).map((path) => packageProblem('extra', path, extraMessage(path)))];
}

/** Compares the two manifests with what is there, without reading any document. */
export function checkListing(source: PackageSource, payloadManifest: Manifest, tagManifest: Manifest): ListingCheck {
  const expected = new Map<string, string>();
  const problems = [...linesOf(payloadManifest, manifestName, expected), ...linesOf(tagManifest, tagManifestName, expected)];
  const files = new Set<string>();
  const inhabited = new Set<string>();
  for (const { path, kind } of source.entries) {
    if (kind === 'folder') continue;
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) inhabited.add(path.slice(0, end));
    if (kind === 'file') files.add(path);
    else problems.push(packageProblem('link', path, kind === 'link' ? '是符号链接，不是文件' : '不是普通文件'));
  }
  const emptyFolders = source.entries.filter((entry) => entry.kind === 'folder' && !inhabited.has(entry.path));
  // One by one: a hostile disc may hold more empty folders than a call takes arguments.
  for (const { path } of emptyFolders) problems.push(packageProblem('extra', path, '是多出的空文件夹'));
  const missing = [...expected.keys()].filter((path) => !files.has(path));
  const extra = [...files].filter((path) => !expected.has(path) && path !== tagManifestName);
  for (const difference of differences(missing, extra)) problems.push(difference);
  return { present: [...expected].filter(([path]) => files.has(path)).map(([path, sha256]) => ({ path, sha256 })), problems };
}
