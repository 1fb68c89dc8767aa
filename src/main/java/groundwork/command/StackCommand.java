package groundwork.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command on one stack: which one, and where its output goes. */
abstract class StackCommand implements Callable<Integer> {
    @ParentCommand
    Groundwork groundwork;

    @Mixin
    StackSelection selection;

    @Spec
    CommandSpec spec;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final void printJson(String json) {
        out().println(groundwork.terminal().json(json));
    }
}
