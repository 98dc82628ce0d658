export const posixCheckName = '校验.sh';

/**
 * `sha256sum -c` and `shasum -c` skip lines they cannot read, so the lines are counted too; and they know nothing of files that no
 * list names, so the files are counted and, when there are more, looked up. No temporary file: the package may be on a disc.
 */
const script = String.raw`#!/bin/sh
# 校验本文件夹：与清单逐个比较摘要，指出被改动、缺少和多出的文件。用法：sh 校验.sh
cd "$(dirname "$0")" || exit 2
if command -v sha256sum >/dev/null 2>&1; then sum='sha256sum'
elif command -v shasum >/dev/null 2>&1; then sum='shasum -a 256'
else echo '找不到 sha256sum 或 shasum，不能校验。'; exit 2
fi
LC_ALL=C
export LC_ALL
bad=0
listed=1
echo '正在校验，请稍候……'
for list in tagmanifest-sha256.txt manifest-sha256.txt; do
  if [ ! -f "$list" ]; then echo "缺少：$list"; bad=1; continue; fi
  lines=$(tr -cd '\n' <"$list" | wc -c)
  legal=$(grep -Ec '^[0-9a-f]{64}  [^ ]' "$list")
  listed=$((listed + lines))
  if [ "$lines" -ne "$legal" ]; then echo "清单被改动：$list"; bad=1; fi
  result=$($sum -c "$list" 2>/dev/null) || bad=1
  checked=$(printf '%s\n' "$result" | grep -c ': ')
  if [ "$checked" -ne "$lines" ]; then echo "清单里有读不懂的行：$list"; bad=1; fi
  printf '%s\n' "$result" | grep -v ': OK$' | sed -e 's/^\(.*\): FAILED open or read.*$/缺少：\1/' -e 's/^\(.*\): FAILED$/被改动：\1/'
done
found=$(find . ! -type d | wc -l)
if [ "$found" -ne "$listed" ]; then
  find . ! -type d | sed 's|^\./||' | while IFS= read -r file; do
    [ "$file" = tagmanifest-sha256.txt ] && continue
    cut -c67- manifest-sha256.txt tagmanifest-sha256.txt 2>/dev/null | grep -Fqx -e "$file" || echo "多出：$file"
  done
  bad=1
fi
if [ "$bad" -eq 0 ]; then echo "校验通过：$((listed - 1)) 个文件与清单一致。"; exit 0; fi
echo '校验没有通过，请与移交单位联系。'
exit 3
`;

/** 校验.sh: checks the package on Linux and macOS with what they bring. Exit 0 good, 3 not good, 2 cannot check. */
export function formatPosixCheck(): string {
  return script;
}
