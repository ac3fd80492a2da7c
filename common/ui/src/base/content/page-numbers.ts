/** The page links to show: first, last, the current one and its neighbours; null where pages are left out. */
export function pageNumbers(page: number, pageCount: number, around = 1): (number | null)[] {
  const shown = Array.from({ length: pageCount }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pageCount || Math.abs(number - page) <= around,
  );
  return shown.flatMap((number, index) => {
    const gap = number - (shown[index - 1] ?? 0);
    // A gap of a single page shows that page: an ellipsis would be no shorter.
    if (gap === 2) return [number - 1, number];
    return gap > 2 ? [null, number] : [number];
  });
}
