import { registerHooks } from 'node:module';

/**
 * Loaded before a program (`node --import`): a CD takes 3 MB there, so that a hand-over of a few documents and photos is spread over several
 * discs as one of gigabytes is.
 */
registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (!url.endsWith('/shared/deliverables/medium.ts')) return loaded;
    const source = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString();
    const small = source.replace('359_845 * 2048', '1_500 * 2048');
    if (small === source) throw new Error('The capacity of a CD is no longer where it was.');
    return { ...loaded, source: small };
  },
});
