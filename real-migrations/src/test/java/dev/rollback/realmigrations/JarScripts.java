// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** The scripts that lie directly in folders of jars; one of a later folder takes the place of its namesake in an earlier one. */
final class JarScripts implements ResourceProvider {
    private final TreeMap<String, LoadableResource> scripts = new TreeMap<>();

    JarScripts(List<String> folders) {
        for (String folder : folders) {
            for (URL jar : urls(folder)) {
                names(jar, folder).forEach(name -> scripts.put(name, new Script(folder, name)));
            }
        }
    }

    @Override
    public LoadableResource getResource(String name) {
        return scripts.get(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .filter(e -> Stream.of(suffixes).anyMatch(e.getKey()::endsWith))
                .map(java.util.Map.Entry::getValue)
                .toList();
    }

    private static List<URL> urls(String folder) {
        try {
            return Collections.list(JarScripts.class.getClassLoader().getResources(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(URL jar, String folder) {
        try {
            return ((JarURLConnection) jar.openConnection())
                    .getJarFile().stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(folder + "/") && name.endsWith(".sql"))
                            .map(name -> name.substring(folder.length() + 1))
                            .filter(name -> !name.contains("/"))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Script extends LoadableResource {
        private final String folder;
        private final String name;

        Script(String folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        @Override
        public Reader read() {
            try (Reader reader = new InputStreamReader(
                    JarScripts.class.getClassLoader().getResourceAsStream(getRelativePath()), StandardCharsets.UTF_8)) {
                java.io.StringWriter text = new java.io.StringWriter();
                reader.transferTo(text);
                return new StringReader(text.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return getRelativePath();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getRelativePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return folder + "/" + name;
        }
    }
}
