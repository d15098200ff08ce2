// Draws the picture of the README from a run of the program against the mock.
import { writeFileSync } from "node:fs";
import { picture, pictureFile } from "./picture.ts";

writeFileSync(pictureFile, await picture());
