/** In a file of several forms each begins with a bookmark whose name begins so: by it the form's first page is found again in the PDF. */
export const recordBookmark = 'record';
