/** JSON, and GUIDs as SharePoint writes them into addresses and add-ins into controls. */
const foreign = /^\s*(?:["'[{]|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-)/i;

/** Whether what stands between braces in an attribute was put there by a program: nobody's tag. An empty pair is none either. */
export function isForeign(inside: string): boolean {
  return inside.trim() === '' || foreign.test(inside);
}
