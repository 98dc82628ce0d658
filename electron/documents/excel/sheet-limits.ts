/** Excel's own limits. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;
/** Characters of one cell; beyond them Excel calls the file damaged. */
export const longestCellText = 32_767;
/** Characters of one header or footer with its control signs. */
export const longestPageText = 255;
/** Manual page breaks of one sheet. */
export const mostPageBreaks = 1026;
