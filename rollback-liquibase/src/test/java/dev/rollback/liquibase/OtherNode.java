// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.resource.DirectoryResourceAccessor;

/** Updates with classes of its own, as another JVM does: in Liquibase 4 the updates of one JVM share whether they have the lock. */
public final class OtherNode implements Callable<Boolean> {
    private final DataSource dataSource;
    private final Path folder;
    private final String backups;

    public OtherNode(DataSource dataSource, Path folder, String backups) {
        this.dataSource = dataSource;
        this.folder = folder;
        this.backups = backups;
    }

    /** What to call on a thread of its own. */
    static Callable<Boolean> of(DataSource dataSource, Path folder, String backups) {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        URL[] urls = Stream.of(path.split(java.io.File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(OtherNode::url)
                .toArray(URL[]::new);
        return () -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
                thread.setContextClassLoader(loader);
                Object node = loader.loadClass(OtherNode.class.getName())
                        .getConstructor(DataSource.class, Path.class, String.class)
                        .newInstance(dataSource, folder, backups);
                return (Boolean) ((Callable<?>) node).call();
            } finally {
                thread.setContextClassLoader(before);
            }
        };
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    @Override
    public Boolean call() throws Exception {
        LiquibaseRollback rollback = LiquibaseRollback.builder(dataSource, Changelog.FILE)
                .resources(new DirectoryResourceAccessor(folder))
                .rollback(b -> b.backupSchema(backups))
                .build();
        Scope.child(Map.of(GlobalConfiguration.CHANGELOGLOCK_POLL_RATE.getKey(), 1L), rollback::update);
        return true;
    }
}
