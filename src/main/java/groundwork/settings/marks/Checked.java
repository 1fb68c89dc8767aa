package groundwork.settings.marks;

import groundwork.settings.problems.Problems;

/** A settings record with rules over more than one of its own components. */
public interface Checked {
    /** Adds what is wrong; paths are relative to the record. Called only when every component was read without a problem. */
    void check(Problems problems);
}
