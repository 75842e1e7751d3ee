import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.formats.brat.AnnotationConfiguration;
import opennlp.tools.formats.brat.AttributeAnnotation;
import opennlp.tools.formats.brat.BratAnnotation;
import opennlp.tools.formats.brat.BratDocument;
import opennlp.tools.formats.brat.BratDocumentStream;
import opennlp.tools.formats.brat.SpanAnnotation;
import opennlp.tools.util.Span;

/**
 * Has Apache OpenNLP read every document of brat below the folders that are its arguments, with the configuration of the
 * folder. Prints for each text and each annotation the folder, the document, of what kind its type is by the configuration,
 * and what it says.
 */
public class ReadBrat {
  public static void main(String[] folders) throws Exception {
    for (String folder : folders) readFolder(new File(folder));
  }

  private static void readFolder(File folder) throws Exception {
    AnnotationConfiguration types = AnnotationConfiguration.parse(new File(folder, "annotation.conf"));
    boolean recursive = true;
    try (BratDocumentStream documents = new BratDocumentStream(types, folder, recursive, null)) {
      for (BratDocument document = documents.read(); document != null; document = documents.read())
        print(folder, document);
    }
  }

  private static void print(File folder, BratDocument document) {
    String path = folder.toPath().relativize(Path.of(document.getId())).toString();
    row(List.of(folder.getName(), path, "text", document.getText()));
    for (BratAnnotation one : document.getAnnotations()) {
      String kind = String.valueOf(document.getConfig().getTypeClass(one.getType()));
      List<String> cells = new ArrayList<>(List.of(folder.getName(), path, kind, one.getId(), one.getType()));
      if (one instanceof SpanAnnotation) addSpan(cells, (SpanAnnotation) one);
      if (one instanceof AttributeAnnotation) addAttribute(cells, (AttributeAnnotation) one);
      row(cells);
    }
  }

  private static void addSpan(List<String> cells, SpanAnnotation one) {
    cells.addAll(List.of(one.getCoveredText(), one.getNote() == null ? "" : one.getNote()));
    for (Span span : one.getSpans()) cells.add(span.getStart() + " " + span.getEnd());
  }

  private static void addAttribute(List<String> cells, AttributeAnnotation one) {
    cells.addAll(List.of(one.getAttachedTo(), one.getValue() == null ? "" : one.getValue()));
  }

  /** Percent-encoded cells, divided by tabs. */
  private static void row(List<String> cells) {
    Stream<String> encoded = cells.stream().map(cell -> URLEncoder.encode(cell, StandardCharsets.UTF_8));
    System.out.println(encoded.collect(Collectors.joining("\t")));
  }
}
