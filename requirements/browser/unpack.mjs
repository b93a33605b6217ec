// Unpacks npm's Chromium, with its libraries and fonts, into the temporary folder it is given.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
