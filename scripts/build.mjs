// `npm run build`: dependencies and a fresh build.
import { build, checkNode, ensureInstalled } from './setup.mjs';

checkNode();
ensureInstalled();
build();
