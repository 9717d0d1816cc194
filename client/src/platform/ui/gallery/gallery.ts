import { mount } from 'svelte';
import '../ui.css';
import { followTheme } from '../../device/theme.svelte.ts';
import { markDocument } from '../../i18n/i18n.svelte.ts';
import Gallery from './Gallery.svelte';

followTheme();
markDocument();
mount(Gallery, { target: document.body });
