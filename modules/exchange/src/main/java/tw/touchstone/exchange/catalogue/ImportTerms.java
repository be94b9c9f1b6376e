package tw.touchstone.exchange.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.Agency;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;

/// What the texts of a national export mean in our vocabularies. Every text is given stripped and not blank.
///
/// An empty answer means that the text is no known term; it is then kept verbatim and reported.
public interface ImportTerms {

    /// 更新頻率, for example 每1日.
    Optional<Frequency> frequency(String text);

    /// 授權方式, for example 政府資料開放授權條款-第1版.
    Optional<URI> licence(String text);

    /// 檔案格式 of one distribution, for example `CSV`.
    Optional<FileFormat> format(String text);

    /// 服務分類, for example 公共資訊.
    Optional<URI> service(String text);

    /// 主要欄位說明, one text for all fields.
    List<FieldDescription> fields(String text);

    /// 提供機關: the known agency of this name, else one made from the name, always the same for the same name.
    Agency agency(String name);
}
