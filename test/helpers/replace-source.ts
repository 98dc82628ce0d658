import { registerHooks } from 'node:module';

/**
 * For modules that are loaded before a program (`node --import`): one constant of the program is another one there. Fails loudly when it is no
 * longer where it was.
 * @param file end of the source file's address, such as `/shared/deliverables/medium.ts`
 */
export function replaceSource(file: string, from: string, to: string): void {
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      if (!url.endsWith(file)) return loaded;
      const source = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString();
      if (!source.includes(from)) throw new Error(`${file} holds no ${from} any more.`);
      return { ...loaded, source: source.replace(from, to) };
    },
  });
}
