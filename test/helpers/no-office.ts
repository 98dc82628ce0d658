import type { OfficeComputer } from '../../electron/handover/office/office-computer.ts';

/** A computer without any office program. */
export const noOffice: OfficeComputer = { platform: 'linux', home: '/nobody', variables: { PATH: '' }, runProgram: () => Promise.resolve({ end: 'not-started', code: null, output: '', complaint: '' }) };
