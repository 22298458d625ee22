// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.plan.RollbackPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Derives the way back to a backup and shows it: steps, locks, times, losses. Changes nothing.")
final class PlanCommand extends DatabaseCommand {
    @Option(names = "--to", required = true, paramLabel = "LABEL", description = "The backup to go back to.")
    private String label = "";

    @Mixin
    private PlanOptionsMixin planning = new PlanOptionsMixin();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write the plan there, in the --format given; without --format as JSON, which 'rollback --plan'"
                            + " takes, and in text to the screen.")
    private @Nullable Path file;

    @Override
    boolean accepts(Format format) {
        return true;
    }

    @Override
    int run() throws Exception {
        RollbackPlan plan = open().plan(label, planning.toOptions());
        if (file == null) {
            out().println(render(plan, format()));
            return ExitCodes.DONE;
        }
        Format written = isFormatGiven() ? format() : Format.JSON;
        save(render(plan, written), file);
        String note = "Plan written to %s as %s (%s, hash %s)."
                .formatted(file, written, Human.count(plan.steps().size(), "step"), plan.hash());
        if (written == Format.JSON) {
            note += "\nRun exactly this plan: rollback rollback --plan " + file;
        }
        print(summary(plan, file), isFormatGiven() ? note : plan.toText().stripTrailing() + "\n\n" + note);
        return ExitCodes.DONE;
    }

    private static String render(RollbackPlan plan, Format format) {
        String text = switch (format) {
            case TEXT -> plan.toText();
            case JSON -> plan.toJson();
            case SQL -> plan.toSql();
            case MARKDOWN -> plan.toMarkdown();
        };
        return text.stripTrailing();
    }

    private static void save(String text, Path file) throws IOException {
        try {
            Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException("Cannot write " + file + ": " + PlanFile.reason(e) + ".", e);
        }
    }

    private static Map<String, Object> summary(RollbackPlan plan, Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.toString());
        json.put("target", plan.target());
        json.put("steps", plan.steps().size());
        json.put("losses", plan.losses().size());
        json.put("refusals", plan.refusals());
        json.put("hash", plan.hash());
        return json;
    }
}
