import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FSIterator;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.impl.XmiCasSerializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/**
 * Has Apache UIMA read every XMI document of the folders that are its arguments with the type system of the folder, write
 * it, and read what it wrote. Prints for each text and each feature structure in which turn it was read, the folder, the
 * document, the type, then names and values of features.
 */
public class ReadCas {
  public static void main(String[] folders) throws Exception {
    for (String folder : folders) readFolder(new File(folder));
  }

  private static void readFolder(File folder) throws Exception {
    XMLInputSource source = new XMLInputSource(new File(folder, "TypeSystem.xml"));
    TypeSystemDescription types = UIMAFramework.getXMLParser().parseTypeSystemDescription(source);
    File[] documents = folder.listFiles((parent, name) -> name.endsWith(".xmi"));
    Arrays.sort(documents);
    for (File document : documents) {
      CAS read = read(types, Files.newInputStream(document.toPath()));
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      XmiCasSerializer.serialize(read, written);
      CAS again = read(types, new ByteArrayInputStream(written.toByteArray()));
      print("read", folder, document, read);
      print("again", folder, document, again);
    }
  }

  /** Leniency would pass over what the type system does not declare. */
  private static CAS read(TypeSystemDescription types, InputStream document) throws Exception {
    CAS cas = CasCreationUtils.createCas(types, null, null);
    boolean lenient = false;
    try (document) {
      XmiCasDeserializer.deserialize(document, cas, lenient);
    }
    return cas;
  }

  private static void print(String turn, File folder, File document, CAS cas) {
    List<String> place = List.of(turn, folder.getName(), document.getName());
    row(place, "", List.of("text", cas.getDocumentText(), "language", cas.getDocumentLanguage()));
    FSIterator<FeatureStructure> all = cas.getIndexRepository().getAllIndexedFS(cas.getTypeSystem().getTopType());
    for (; all.isValid(); all.moveToNext()) row(place, all.get().getType().getName(), featuresOf(all.get()));
  }

  private static List<String> featuresOf(FeatureStructure one) {
    List<String> cells = new ArrayList<>();
    if (one instanceof AnnotationFS) cells.addAll(List.of("covered", ((AnnotationFS) one).getCoveredText()));
    for (Feature feature : one.getType().getFeatures()) {
      String value = feature.getRange().isPrimitive() ? one.getFeatureValueAsString(feature) : null;
      if (value != null) cells.addAll(List.of(feature.getShortName(), value));
    }
    return cells;
  }

  /** Percent-encoded cells, divided by tabs. */
  private static void row(List<String> place, String type, List<String> features) {
    Stream<String> cells = Stream.of(place, List.of(type), features).flatMap(List::stream);
    Stream<String> encoded = cells.map(cell -> URLEncoder.encode(cell, StandardCharsets.UTF_8));
    System.out.println(encoded.collect(Collectors.joining("\t")));
  }
}
