/** How far a produced document has come: 已生成, 已打印, 已签字, 已归扫描件. */
export const issuedStates = ['made', 'printed', 'signed', 'scanned'] as const;

export type IssuedState = (typeof issuedStates)[number];
