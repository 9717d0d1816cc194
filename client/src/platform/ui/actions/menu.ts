import type { Component } from 'svelte';

/** One line of a menu: an action, a link, a choice among several, a heading over what follows, or a rule between. */
export type MenuEntry =
  | {
      readonly kind?: 'action';
      readonly label: string;
      readonly icon?: Component | undefined;
      readonly keys?: string | undefined;
      readonly danger?: boolean | undefined;
      readonly disabled?: boolean | undefined;
      readonly onSelect: () => void;
    }
  | {
      readonly kind: 'link';
      readonly label: string;
      readonly icon?: Component | undefined;
      readonly href: string;
    }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly chosen: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'rule' };
