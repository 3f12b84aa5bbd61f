import { signal } from '@preact/signals';

/** Whether the dialog for sharing and taking along is open. */
export const shareOpen = signal(false);
