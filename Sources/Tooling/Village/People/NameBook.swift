/// Invented people's names, from a dozen cultures, and the plain handles made from them.
struct NameBook {
  private struct Culture {
    let countries: [String]
    let given: [String]
    let family: [String]

    init(_ countries: String, given: String, family: String) {
      self.countries = countries.split(separator: " ").map(String.init)
      self.given = given.split(separator: " ").map(String.init)
      self.family = family.split(separator: " ").map(String.init)
    }
  }

  private var timesUsed: [String: Int] = [:]

  /// Keeps a handle from being given to anybody else.
  mutating func reserve(_ handle: String) {
    timesUsed[handle, default: 0] += 1
  }

  /// A new person's handle, name and country.
  mutating func newcomer(
    _ random: inout SeededGenerator
  ) -> (handle: String, name: String, country: String) {
    let culture = random.pick(NameBook.cultures)
    let given = random.pick(culture.given)
    let name = "\(given) \(random.pick(culture.family))"
    let stem = NameBook.plain(given)
    var handle = stem
    repeat {
      timesUsed[stem, default: 0] += 1
      let times = timesUsed[stem, default: 1]
      handle = times == 1 ? stem : "\(stem)\(times)"
    } while handle != stem && timesUsed[handle] != nil
    return (handle, name, random.pick(culture.countries))
  }

  /// A name in lower-case ASCII, for a handle.
  private static func plain(_ name: String) -> String {
    var handle = ""
    for scalar in name.lowercased().unicodeScalars {
      if scalar.isASCII {
        handle.unicodeScalars.append(scalar)
      } else {
        handle += folded[scalar, default: ""]
      }
    }
    return handle
  }

  private static let folded: [Unicode.Scalar: String] = [
    "á": "a", "ã": "a", "å": "a", "ä": "a", "é": "e", "ë": "e", "è": "e", "í": "i", "ï": "i",
    "ó": "o", "ö": "o", "ø": "o", "ú": "u", "ü": "u", "ç": "c", "ğ": "g", "ı": "i", "ł": "l",
    "ń": "n", "ñ": "n", "ş": "s", "ś": "s", "ż": "z",
  ]

  private static let cultures = [
    Culture(
      "NL NL BE",
      given: "Anna Bram Daan Eva Fleur Gijs Hugo Iris Jip Kees Lotte Maud Noor Pim Roos Sem Zoë",
      family: "Bakker Visser Mulder Bos Vos Dekker Kok Smit Maas Prins"
    ),
    Culture(
      "DE DE AT CH",
      given: "Lena Max Jonas Mia Emil Jörg Käthe Paul Ida Finn Greta Otto Ulla Karl Heidi Lukas",
      family: "Weber Vogel Koch Wolf Braun Lang Jäger Krause Kuhn Busch"
    ),
    Culture(
      "GB US IE CA",
      given: "Ruby Jack Alice Owen Grace Harry Ivy Leo Molly Noah Poppy Sean Tess Will Erin Amos",
      family: "Hart Reed Wells Marsh Flynn Brook Shaw Lowe Penn Byrne"
    ),
    Culture(
      "ES MX AR",
      given: "Lucía Pablo Carla Diego Elena Íñigo Julia Luz Mateo Nuria Paco Rosa Sofía Tomás Inés",
      family: "Vega Ríos Castro Peña Mora Luna Campos Soler Rubio Ibarra"
    ),
    Culture(
      "BR PT",
      given: "João Ana Bento Clara Davi Érica Flávia Gil Hélio Laís Luana Nina Rui Téo Vera Caio",
      family: "Silva Souza Prado Rocha Lima Nunes Reis Duarte Moura Pires"
    ),
    Culture(
      "FR FR BE",
      given:
        "Chloé Luc Manon Jules Léa Rémi Inès Hugo Jade Noé Élise Basile Margot Théo Zélie Aude",
      family: "Roux Blanc Girard Faure Mercier Petit Leroy Colin Perrin Renard"
    ),
    Culture(
      "IN IN GB",
      given:
        "Priya Arjun Divya Rohan Kavya Vikram Meera Nikhil Anjali Dev Isha Kiran Tara Ravi Uma",
      family: "Rao Mehta Iyer Kapoor Nair Joshi Desai Bose Menon Pillai"
    ),
    Culture(
      "JP",
      given: "Yuki Haru Aiko Kenji Mei Ren Sora Takumi Emi Hana Kaito Nao Rin Shun Yui Daiki",
      family: "Sato Mori Ito Kato Abe Ono Ueda Hara Endo Kubo"
    ),
    Culture(
      "NG KE GH",
      given:
        "Ada Chidi Efua Femi Ngozi Kofi Zuri Tunde Ama Kwame Sade Wanja Bola Jabari Esi Otieno",
      family: "Okoro Mensah Mwangi Bello Adeyemi Owusu Kamau Eze Boateng Njeri"
    ),
    Culture(
      "EG MA LB",
      given: "Amina Omar Layla Karim Salma Tariq Nour Hadi Yasmin Samir Rania Zain Hala Idris Dina",
      family: "Haddad Mansour Nasser Farouk Saleh Aziz Khalil Amari Rahal Zaki"
    ),
    Culture(
      "PL CZ",
      given: "Zofia Jan Ola Piotr Kasia Łukasz Ewa Marek Hania Tomek Magda Kuba Iga Bartek Żaneta",
      family: "Nowak Wójcik Zając Lis Sikora Dudek Górski Kaczor Pawlak Sowa"
    ),
    Culture(
      "SE NO DK FI",
      given: "Åsa Søren Liv Nils Freja Björn Signe Lars Maja Odd Tove Elin Aksel Runa Jens Saga",
      family: "Berg Lund Dahl Holm Strand Ek Nygård Falk Sund Vik"
    ),
    Culture(
      "TR",
      given: "Elif Emre Ayşe Can Deniz Ece Gül Işıl Kerem Leyla Mert Naz Ozan Selin Tuna Yağmur",
      family: "Kaya Demir Aydın Çelik Arslan Koç Polat Tekin Uysal Yıldız"
    ),
    Culture(
      "ID VN TH",
      given: "Dewi Budi Linh Minh Siti Agus Mai Somchai Putri Bayu Lan Quan Ratna Wira Thuy Niran",
      family: "Santoso Nguyen Tran Wijaya Pham Suwan Putra Le Hartono Chai"
    ),
  ]
}
