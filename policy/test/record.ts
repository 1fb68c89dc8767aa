import { isBuilt, recordAll } from "./preview";

/** Records every stack before tests that run side by side ask for them, each for itself. */
if (isBuilt()) {
    void recordAll();
}
