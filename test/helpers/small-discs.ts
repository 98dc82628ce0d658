import { replaceSource } from './replace-source.ts';

/** A CD takes 3 MB: a hand-over of a few documents and photos is spread over several discs as one of gigabytes is. */
replaceSource('/shared/deliverables/medium.ts', '359_845 * 2048', '1_500 * 2048');
