/** Millimetres to twips (1/1440 inch), the unit of Word's measures. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** Points to twips. */
export function pointTwips(points: number): number {
  return Math.round(points * 20);
}

/** Points to half-points, the unit of font sizes in Word. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}
