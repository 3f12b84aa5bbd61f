import { signal } from '@preact/signals';

/** Whether the dialog for address files is open. */
export const addressFileOpen = signal(false);
