import { create } from 'zustand';

/** Whether somebody is in the search field; half-typed things there are no mistakes yet. */
export const useSearchField = create<{ readonly hasFocus: boolean }>(() => ({ hasFocus: false }));
