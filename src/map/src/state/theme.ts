import { computed, effect, signal } from '@preact/signals';
import { view } from './view';

const system = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(system.matches);
system.addEventListener('change', () => {
  systemIsDark.value = system.matches;
});

/** Whether the page is dark: as chosen, else as the system is. */
export const dark = computed(() => (view.value.theme ? view.value.theme === 'dark' : systemIsDark.value));

effect(() => {
  document.documentElement.dataset.colorScheme = dark.value ? 'dark' : 'light';
});
