/** WCAG 1.4.3 for text of ordinary size. */
const LEAST_CONTRAST = 4.5;

/** How much of the primary colours' light reaches the eye (WCAG's relative luminance). */
const WEIGHTS = [0.2126, 0.7152, 0.0722];

function luminance(colour: string): number {
  const channels = colour.match(/[0-9a-f]{2}/gi) ?? [];
  return channels
    .map((hex) => parseInt(hex, 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * (WEIGHTS[index] ?? 0), 0);
}

/** Whether text of the colour `#rrggbb` can be read on white, and white text on it. */
export const hasContrastOnWhite = (colour: string): boolean =>
  1.05 / (luminance(colour) + 0.05) >= LEAST_CONTRAST;
