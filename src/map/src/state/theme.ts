import { computed, effect, signal } from '@preact/signals';
import { view } from './view';

const system = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(system.matches);
system.addEventListener('change', () => {
  systemIsDark.value = system.matches;
});

/** Set while something is drawn for paper, which is white whatever the theme is. */
const onPaper = signal(false);
addEventListener('beforeprint', () => {
  onPaper.value = true;
});
addEventListener('afterprint', () => {
  onPaper.value = false;
});

/** Whether the page is dark: as chosen, else as the system is. */
export const dark = computed(() => !onPaper.value && (view.value.theme ? view.value.theme === 'dark' : systemIsDark.value));

effect(() => {
  document.documentElement.dataset.colorScheme = dark.value ? 'dark' : 'light';
});

/** Does something while the page has the colours of paper. */
export function withPaper<T>(act: () => T): T {
  onPaper.value = true;
  try {
    return act();
  } finally {
    onPaper.value = false;
  }
}
