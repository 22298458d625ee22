// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packaged program, as a shell starts it. */
class JarIT {
    private static final Path JAR = Path.of("target", "rollback.jar");

    @Test
    void runsByItself() throws Exception {
        assertThat(run("--version")).startsWith("0 rollback ");
        assertThat(run("status", "--url", "jdbc:postgresql://localhost:1/none", "--format", "json"))
                .startsWith("4 {");
        assertThat(run("status", "--url", "jdbc:h2:mem:x;IFEXISTS=TRUE")).isEqualTo("4 ");
        assertThat(run("status", "--url", "jdbc:oracle:thin:@x")).isEqualTo("2 ");
    }

    /** Exit code and standard output. */
    private static String run(String... args) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(Arrays.asList(args));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + out;
    }
}
