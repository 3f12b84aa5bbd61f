export const papers = ['A4', 'A3'] as const;
export type Paper = (typeof papers)[number];

/** Prints the page on a paper, as `print.css` lays it out. */
export function print(paper: Paper): void {
  document.documentElement.dataset.paper = paper;
  // The dialog is to be gone from the page first.
  requestAnimationFrame(() => window.print());
}
