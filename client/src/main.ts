import { mount } from 'svelte';
import App from './App.svelte';
import './platform/ui/fonts.css';
import './platform/ui/tokens.css';
import './platform/ui/base.css';
import './platform/ui/fields/control.css';
import { markDocument } from './platform/i18n/i18n.svelte.ts';
import { followTheme } from './platform/theme.svelte.ts';

followTheme();
markDocument();

// The gallery of components exists only while developing: the condition is false in the built product and drops it.
const showsGallery = import.meta.env.DEV && location.pathname === '/gallery';
const Page = showsGallery ? (await import('./platform/ui/gallery/Gallery.svelte')).default : App;

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
mount(Page, { target });
