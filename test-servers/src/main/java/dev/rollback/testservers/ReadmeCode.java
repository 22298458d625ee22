// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testservers;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Java that the README shows, to be compiled and run as it stands there.
 *
 * @param lines the text of the block
 */
public record ReadmeCode(String lines) {

    /** The first block of Java after some words, such as a heading. */
    public static ReadmeCode after(String words) throws IOException {
        Matcher block = Pattern.compile(Pattern.quote(words) + ".*?```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(readme()));
        if (!block.find()) {
            throw new AssertionError("the README shows no Java after: " + words);
        }
        return new ReadmeCode(block.group(1));
    }

    private static Path readme() {
        for (@Nullable Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path readme = at.resolve("README.md");
            if (Files.exists(readme)) {
                return readme;
            }
        }
        throw new AssertionError("there is no README.md above " + Path.of("").toAbsolutePath());
    }

    /**
     * Compiles it with the class path of the tests.
     *
     * @param around a class {@code Shown} with {@code %s} where the lines belong
     * @return a loader of that class and of what else is in the folder
     */
    public URLClassLoader compile(String around, Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Shown.java"), around.formatted(lines));
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", path, "-d", folder.toString(), source.toString());
        if (exit != 0) {
            throw new AssertionError("what the README shows does not compile:\n" + lines);
        }
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, ReadmeCode.class.getClassLoader());
    }
}
